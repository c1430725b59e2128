import { enableCompileCache } from 'node:module';
import { COMPILE_CACHE } from '../setup/project.mjs';

// The specs, and the gateways that they start as processes, are compiled once and not at every run.
process.env.NODE_COMPILE_CACHE ??= COMPILE_CACHE;
enableCompileCache(process.env.NODE_COMPILE_CACHE);
