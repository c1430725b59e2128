import { byScope } from '../../testing/index.ts';
import { describeGatewayFuzz } from './testing/gateway-fuzz.ts';

describeGatewayFuzz(byScope({ quick: 2_000, all: 20_000 }));
