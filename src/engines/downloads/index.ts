export { AddressPolicy } from './address-policy.ts';
export { type Resolver, systemResolver } from './checked-lookup.ts';
export { DownloadFault } from './download-fault.ts';
export { retryAfterMs } from './retry-after.ts';
export { VideoDownloader, type VideoSource } from './video-downloader.ts';
