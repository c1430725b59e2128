/** Saves what is behind an address under a name, as a click on a link to it does. */
export function saveAddress(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
}
