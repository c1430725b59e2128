import { describeGatewayFuzz } from './testing/gateway-fuzz.ts';

describeGatewayFuzz(100_000);
