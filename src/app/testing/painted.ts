/** Resolves once the browser has laid out, called its observers and scroll listeners, and painted the result. */
export async function painted(): Promise<void> {
  for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
