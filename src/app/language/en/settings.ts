import type { Texts } from '../texts.ts';

export const settings: Texts['settings'] = {
  title: 'Settings',
  appearance: 'Appearance',
  keyboard: 'Keyboard',
  singleKeys: 'Single-key shortcuts',
  singleKeysNote:
    'While you aren’t typing, / goes to the message box (to the search box among your creations) and ? shows all shortcuts.',
  seeShortcuts: 'See all shortcuts',
  notifications: 'Notifications',
  tellMe: 'Notify me when it’s done',
  tellMeNote:
    'While this page is in the background, you get a notification when a video is ready or fails. Click it to see the result. Applies to this browser only.',
  blocked:
    'Your browser blocks notifications from this site. Allow them in the site settings next to the address bar, then turn this on.',
  unsupported:
    'This browser offers no notifications at this address. They need HTTPS; on iPhone and iPad, add the app to the home screen first.',
  spending: 'Spending',
  clipsOne: '{{count}} clip',
  clipsOther: '{{count}} clips',
  total: 'Total',
  nothingSpent: 'nothing yet',
  spendingNote:
    'An estimate from the works on this device and what the engines charged at the time; the provider’s bill is what counts.',
  unsettled: 'Possibly charged too',
  jobsOne: '{{count}} job',
  jobsOther: '{{count}} jobs',
  atMost: 'at most {{money}}',
  unsettledNote:
    '“Possibly charged too” are jobs without a video (failed, cancelled, timed out, or with an unknown outcome): the engine had begun and may charge for them all the same. They are not in the total.',
  install: 'Install',
  installNote:
    'Open it from your desktop or home screen like any other app. Your conversations are there even offline.',
  installNow: 'Install on this device',
  about: 'About',
  version: 'Version',
  engine: 'Video engine',
  engineUnknown: 'Shown once connected',
  engineByRule: '{{name}} (sketches drawn by rules, not an AI model)',
  server: 'Server',
  aboutHelp: 'Can’t connect, or no results? Diagnostics checks everything and tells you what to do.',
  openDiagnostics: 'Open diagnostics',
  history: 'Conversations',
  importNote:
    'Brings back conversations that were exported as JSON, from another browser too. What is here already stays as it is.',
  importNow: 'Import…',
  importedOne: '{{count}} conversation imported',
  importedOther: '{{count}} conversations imported',
  notImportedOne: '{{count}} file is no conversation that was exported here, or was deleted for good',
  notImportedOther: '{{count}} files are no conversations that were exported here, or were deleted for good',
  connectionState: 'Connection: {{state}}',
  connection: 'Connection',
  whileConnected: 'Messages go out at once, and finished videos come in by themselves.',
  whileConnecting: 'Connecting to the server.',
  whileReconnecting: 'Reconnecting by itself. Your messages are kept and go out afterwards.',
  whileStopped: 'Nothing can be sent or received now. Your messages are kept and go out afterwards.',
};
