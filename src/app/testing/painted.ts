/** Until the browser has laid out, told its observers and its scroll listeners, and drawn what came of that. */
export async function painted(): Promise<void> {
  for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
