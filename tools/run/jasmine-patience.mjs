import { SPEC_TIME_LIMIT_MS } from './patience.mjs';

jasmine.DEFAULT_TIMEOUT_INTERVAL = SPEC_TIME_LIMIT_MS;
