import { join } from 'node:path';
import { PROJECT } from '../../../tools/setup/project.mjs';

/** This benchmark's own folder. */
export const BENCH = join(PROJECT, 'bench', 'streams');

/** Where the pages are built, one folder each. */
export const PAGES = join(PROJECT, 'dist', 'bench');
