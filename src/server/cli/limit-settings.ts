import type { DataFolderOptions } from '../storage/data-folder.ts';
import type { GatewayOptions } from '../gateway.ts';
import { ANSWER_LIMITS, newCodesLimit } from '../limits/default-limits.ts';
import type { SettingValues } from './settings-schema.ts';

type OfGateway =
  | 'socketLimits'
  | 'connectLimits'
  | 'newCodes'
  | 'uploadBytes'
  | 'unreadBytes'
  | 'answerLimits'
  | 'requestRate'
  | 'connectionsPerAddress'
  | 'uploadMetadata'
  | 'imageDecoder';

/** How much of everything there may be. */
export type LimitSettings = Pick<GatewayOptions, OfGateway> &
  Pick<DataFolderOptions, 'jobLimits' | 'dailyLimits' | 'diskLimits'>;

const MB = 1e6;
const MIB = 1024 * 1024;
/** After a restart all pages behind an address come back at once, within about so many seconds' worth of connects. */
const CONNECT_BURST_SECONDS = 25;
/** A page and a gallery are asked for at once, and nothing after that. */
const REQUEST_BURST_SECONDS = 50;
/** A page connects once; a browser's twenty tabs of one code come back at once after a restart. */
const CONNECTS_OF_CODE = { perSecond: 2, burst: 60 };

/** The limits, as those take them who hold to them. */
export function limitsOf(values: SettingValues): LimitSettings {
  const perSecond = values.MAX_CONNECTS_PER_SECOND;
  return {
    socketLimits: {
      total: values.MAX_SOCKETS,
      perAddress: values.MAX_SOCKETS_PER_ADDRESS,
      perCode: values.MAX_SOCKETS_PER_CODE,
    },
    connectLimits: { code: CONNECTS_OF_CODE, address: { perSecond, burst: perSecond * CONNECT_BURST_SECONDS } },
    newCodes: newCodesLimit(values.MAX_NEW_CODES_PER_HOUR),
    jobLimits: {
      total: values.MAX_JOBS,
      perAddress: values.MAX_JOBS_PER_ADDRESS,
      perCode: values.MAX_JOBS_PER_CODE,
      storedPerAddress: values.MAX_STORED_JOBS_PER_ADDRESS,
    },
    dailyLimits: {
      perCode: values.MAX_JOBS_PER_DAY_AND_CODE ?? Infinity,
      perAddress: values.MAX_JOBS_PER_DAY_AND_ADDRESS ?? Infinity,
    },
    diskLimits: {
      totalBytes: values.MAX_DISK_MB * MB,
      addressBytes: values.MAX_DISK_MB_PER_ADDRESS * MB,
      freeBytes: values.MIN_FREE_DISK_MB * MB,
      messages: values.MAX_MESSAGES,
    },
    uploadBytes: { total: values.MAX_UPLOADING_MB * MIB, perAddress: values.MAX_UPLOADING_MB_PER_ADDRESS * MIB },
    unreadBytes: { total: values.MAX_UNREAD_MB * MIB, perAddress: values.MAX_UNREAD_MB_PER_ADDRESS * MIB },
    connectionsPerAddress:
      values.MAX_CONNECTIONS_PER_ADDRESS ?? values.MAX_SOCKETS_PER_ADDRESS + values.MAX_REQUESTS_PER_ADDRESS,
    answerLimits: { ...ANSWER_LIMITS, total: values.MAX_REQUESTS, perAddress: values.MAX_REQUESTS_PER_ADDRESS },
    requestRate: {
      perSecond: values.MAX_REQUESTS_PER_SECOND,
      burst: values.MAX_REQUESTS_PER_SECOND * REQUEST_BURST_SECONDS,
    },
    uploadMetadata: values.UPLOAD_METADATA,
    imageDecoder: { memoryMb: values.MAX_DECODER_MB },
  };
}
