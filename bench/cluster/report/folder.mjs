import { join } from 'node:path';
import { PROJECT } from '../../../tools/setup/project.mjs';

/** This benchmark's own folder. */
export const FOLDER = join(PROJECT, 'bench', 'cluster');
