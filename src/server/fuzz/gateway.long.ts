import { describeGatewayFuzz } from './gateway-fuzz.ts';

describeGatewayFuzz(100_000);
