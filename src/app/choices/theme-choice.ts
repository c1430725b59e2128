import { computed, inject, type Signal } from '@angular/core';
import { mdiThemeLightDark, mdiWeatherNight, mdiWhiteBalanceSunny } from '@mdi/js';

import { injectText } from '../language/text.ts';
import type { TextKey } from '../language/texts.ts';
import { Theme, type ThemeName } from '../theme/theme.ts';
import type { Choice } from './choice.ts';

const THEMES = [
  { id: 'light', label: 'shell.themeLight', icon: mdiWhiteBalanceSunny },
  { id: 'dark', label: 'shell.themeDark', icon: mdiWeatherNight },
  { id: 'system', label: 'shell.themeSystem', icon: mdiThemeLightDark },
] as const satisfies readonly { readonly id: ThemeName; readonly label: TextKey; readonly icon: string }[];

/** Light, dark, or what the device has. In an injection context. */
export function injectThemeChoice(): Signal<Choice> {
  const theme = inject(Theme);
  const text = injectText();
  return computed(() => ({
    id: 'theme',
    name: text('shell.theme'),
    options: THEMES.map(({ id, label, icon }) => ({
      id,
      name: text(label),
      icon,
      isChosen: id === theme.current(),
      choose: () => theme.choose(id),
    })),
  }));
}
