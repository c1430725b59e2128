import type { Texts } from '../texts.ts';

export const diagnostics: Texts['diagnostics'] = {
  updateReady: 'A new version is ready. Reload to use it; your draft stays.',
  updateBroken: 'The copy of the app on this device is incomplete. It has to be reloaded.',
  updateNow: 'Update',
  updateLater: 'Later',
  reload: 'Reload',
};
