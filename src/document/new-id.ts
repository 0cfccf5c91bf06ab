const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A new id, of an object or a plan: 16 letters and digits (80 bits of chance): two people who are offline never make the same. `randomUUID` is missing on plain http. */
export function newId(): string {
  // Values from 0 to 251 fall evenly on 36 digits; the few above are drawn again.
  let id = '';
  while (id.length < 16) {
    for (const value of crypto.getRandomValues(new Uint8Array(24))) {
      if (value < 252 && id.length < 16) id += DIGITS[value % 36]!;
    }
  }
  return id;
}
