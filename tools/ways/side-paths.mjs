/**
 * What a way enters besides: something else is made there of the same thing, and it would get to its end without.
 * @typedef {object} SidePath
 * @property {string} does
 * @property {readonly string[]} paths files, or folders with a slash at their end
 */

const LOGS = { does: 'logs it', paths: ['src/services/diagnostics/', 'src/services/platform/byte-length.ts'] };

/** @type {Readonly<Record<'frame' | 'prompt' | 'job' | 'reconnect', readonly SidePath[]>>} */
export const SIDE_PATHS = {
  frame: [
    LOGS,
    {
      does: 'sees that the connection lives',
      paths: ['src/services/session/heartbeat.ts', 'src/services/session/idle-timer.ts'],
    },
    {
      does: 'stores it, for this tab and others',
      paths: ['src/app/history/store/', 'src/app/history/history-writer.ts', 'src/app/history/history-channel.ts'],
    },
    {
      does: 'follows the job',
      paths: [
        'src/app/jobs/',
        'src/app/job-notifications/',
        'src/app/chat/announcer/',
        'src/app/conversation-model/job-lifecycle.ts',
        'src/app/estimates/',
        'src/app/history/running-jobs.ts',
        'src/app/history/transient-messages.ts',
      ],
    },
    { does: 'asks another engine where one is gone', paths: ['src/app/chat/composer/engine/engine-replacement.ts'] },
    {
      does: 'draws anew what stands around it',
      paths: [
        'src/app/app.ts',
        'src/app/calendar/',
        'src/app/chat/chat.ts',
        'src/app/chat/job/',
        'src/app/chat/log/copy-turns.ts',
        'src/app/chat/log/film-strip/',
        'src/app/chat/log/first-of-day.ts',
        'src/app/chat/log/follow-end.ts',
        'src/app/chat/log/once-per-animation-frame.ts',
        'src/app/chat/actions/copy-text.ts',
        'src/app/chat/prompt/delivery-state.ts',
        'src/app/chat/prompt/delivery-text.ts',
        'src/app/engines/',
        'src/app/history/conversations.ts',
        'src/app/history/list/',
        'src/app/language/',
        'src/app/scrolling/',
        'src/app/shell/',
        'src/app/windowed-list/pinned-rows.ts',
      ],
    },
  ],
  prompt: [
    LOGS,
    {
      does: 'stores it',
      paths: [
        'src/services/outbox/indexed-db-outbox-store.ts',
        'src/services/outbox/outbox-store.ts',
        'src/services/outbox/stored-prompts.ts',
      ],
    },
    { does: 'leaves no draft of it', paths: ['src/app/drafts/', 'src/app/preferences/text-storage.ts'] },
  ],
  job: [
    {
      does: 'answers, and reports to whoever connects later',
      paths: [
        'src/server/jobs/job-reporter.ts',
        'src/server/jobs/live-jobs.ts',
        'src/server/jobs/made-with.ts',
        'src/server/messages/',
        'src/server/schedule/position-reports.ts',
        'src/server/sockets/frame-writer.ts',
      ],
    },
    { does: 'tells the log and the meters', paths: ['src/server/observe/'] },
    { does: 'sees that the connection lives', paths: ['src/server/sockets/heartbeat.ts'] },
  ],
  reconnect: [
    LOGS,
    {
      does: 'reads the greeting, as any frame, and remembers that there was one',
      paths: [
        'src/protocol/decode/decode-server-frame.ts',
        'src/protocol/decode/decode-engine.ts',
        'src/protocol/decode/decode-system-message.ts',
        'src/protocol/decode/decoding.ts',
        'src/protocol/decode/fields.ts',
        'src/services/codec/',
        'src/services/inbound/',
        'src/services/resume/log-tracker.ts',
        'src/services/session/greeting.ts',
      ],
    },
    {
      does: 'takes up what waits to be sent',
      paths: ['src/services/outbox/', 'src/services/identity/page-lock.ts'],
    },
    { does: 'reads the clock of the server', paths: ['src/services/session/server-clock.ts'] },
    {
      does: 'pings for the first time',
      paths: ['src/services/session/heartbeat.ts', 'src/services/session/idle-timer.ts'],
    },
    { does: 'shows it, and acts on it', paths: ['src/app/'] },
  ],
};

/**
 * Separates what a way enters from what it enters besides.
 * @template {{ readonly file: string }} Visit
 * @param {readonly Visit[]} visits
 * @param {readonly SidePath[]} sidePaths
 * @returns {{ files: Visit[], beside: { does: string, files: Visit[] }[] }}
 */
export function separateSidePaths(visits, sidePaths) {
  const sidePathOf = ({ file }) => sidePaths.find(({ paths }) => paths.some((path) => isIn(file, path)));
  const beside = sidePaths.map((sidePath) => ({
    does: sidePath.does,
    files: visits.filter((visit) => sidePathOf(visit) === sidePath),
  }));
  return {
    files: visits.filter((visit) => sidePathOf(visit) === undefined),
    beside: beside.filter(({ files }) => files.length > 0),
  };
}

function isIn(file, path) {
  return path.endsWith('/') ? file.startsWith(path) : file === path;
}
