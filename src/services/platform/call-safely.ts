/**
 * Calls a function of the application's where one that throws must end nothing: what it throws is told as what nobody has
 * caught, and `otherwise` makes the value in its place.
 */
export function callSafely<Value>(call: () => Value, otherwise: () => Value): Value {
  try {
    return call();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
    return otherwise();
  }
}
