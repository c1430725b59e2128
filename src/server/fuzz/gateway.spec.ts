import { describeGatewayFuzz } from './gateway-fuzz.ts';

describeGatewayFuzz(20_000);
