export { describeEventLogContract } from './event-log-contract.ts';
export { describeJobQueueContract, type JobQueueSetting } from './job-queue-contract.ts';
export { describeMediaStoreContract } from './media-store-contract.ts';
