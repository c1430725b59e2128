import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** Hands a text to the person as a file. */
export type SaveText = (text: string, name: string) => void;

/** How texts become files. */
export const SAVE_TEXT = new InjectionToken<SaveText>('SAVE_TEXT', {
  factory: () => {
    const document = inject(DOCUMENT);
    return (text, name) => {
      const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      // The click has begun the download, which holds what it needs.
      URL.revokeObjectURL(address);
    };
  },
});
