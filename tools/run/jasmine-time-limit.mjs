import { SPEC_TIME_LIMIT_MS } from './spec-time-limit.mjs';

jasmine.DEFAULT_TIMEOUT_INTERVAL = SPEC_TIME_LIMIT_MS;
