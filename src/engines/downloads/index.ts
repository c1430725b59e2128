export { AddressPolicy } from './address-policy.ts';
export { DownloadFault } from './download-fault.ts';
export { retryAfterMs } from './retry-after.ts';
export { VideoDownloader, type VideoSource } from './video-downloader.ts';
