import { withNewEnoughNode } from './setup/new-enough-node.mjs';

withNewEnoughNode(() => import('./run/cluster.mjs'));
