export { describeBusContract } from './bus-contract.ts';
export { describeEventLogContract } from './event-log-contract.ts';
export { describeJobQueueContract } from './job-queue-contract.ts';
export { describeJobLeaseContract } from './job-lease-contract.ts';
export { describeMediaStoreContract } from './media-store-contract.ts';
export { describeJoinCodesContract } from './join-codes-contract.ts';
