import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** Hands a file to the person, under the file's own name. */
export const SAVE_FILE = new InjectionToken<(file: File) => void>('SAVE_FILE', {
  factory: () => {
    const document = inject(DOCUMENT);
    return (file) => {
      const address = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = address;
      link.download = file.name;
      link.click();
      // The browser has to have begun with it.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    };
  },
});

/** Saves what is behind an address under a name, as a click on a link to it does. */
export function saveAddress(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
}
