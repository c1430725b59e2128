export { AddressPolicy, type PermittedAddresses } from './address-policy.ts';
export { DownloadFault, type DownloadFaultCode } from './download-fault.ts';
export { retryAfterMs } from './retry-after.ts';
export {
  type DownloadedVideo,
  VideoDownloader,
  type VideoDownloaderOptions,
  type VideoSource,
} from './video-downloader.ts';
