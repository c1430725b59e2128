import { withNewEnoughNode } from './setup/new-enough-node.mjs';

withNewEnoughNode(() => import('./run/build.mjs'));
