import { withNewEnoughNode } from './setup/new-enough-node.mjs';

withNewEnoughNode(() => import('./run/release.mjs'));
