import { CloseCode } from '../../../services/index.ts';
import type { TextSource } from '../../language/texts.ts';

/** What a close code means, as half a sentence. */
export function closeText(code: number, text: TextSource): string {
  switch (code) {
    case CloseCode.NormalClosure:
      return text('diagnostics.close1000');
    case CloseCode.GoingAway:
      return text('diagnostics.close1001');
    case CloseCode.AbnormalClosure:
      return text('diagnostics.close1006');
    case CloseCode.PolicyViolation:
      return text('diagnostics.close1008');
    case CloseCode.MessageTooBig:
      return text('diagnostics.close1009');
    case CloseCode.InternalError:
      return text('diagnostics.close1011');
    case CloseCode.ServiceRestart:
      return text('diagnostics.close1012');
    case CloseCode.TryAgainLater:
      return text('diagnostics.close1013');
    case CloseCode.MalformedRequest:
      return text('diagnostics.close4400');
    case CloseCode.CodeRevoked:
      return text('diagnostics.close4401');
    case CloseCode.AccessDenied:
      return text('diagnostics.close4403');
    case CloseCode.HeartbeatTimeout:
      return text('diagnostics.close4408');
    case CloseCode.TooManyRequests:
      return text('diagnostics.close4429');
    default:
      return text('diagnostics.closeOther');
  }
}

/** Why the last connection ended, as a sentence; empty where none has. */
export function closedBy(code: number | null, text: TextSource): string {
  return code === null ? '' : text('diagnostics.closedBy', { code, meaning: closeText(code, text) });
}
