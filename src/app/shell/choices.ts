import { mdiThemeLightDark, mdiWeatherNight, mdiWhiteBalanceSunny } from '@mdi/js';

import type { TextKey } from '../language/texts.ts';
import type { ThemeName } from '../theme/theme.ts';

/** What the themes are called, with the icon of each. */
export const THEME_CHOICES = [
  { name: 'light', label: 'shell.themeLight', icon: mdiWhiteBalanceSunny },
  { name: 'dark', label: 'shell.themeDark', icon: mdiWeatherNight },
  { name: 'system', label: 'shell.themeSystem', icon: mdiThemeLightDark },
] as const satisfies readonly { readonly name: ThemeName; readonly label: TextKey; readonly icon: string }[];
