const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A new id of 16 letters and digits (80 bits of chance): two people who are offline never make the same. Works on plain http. */
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

/** A new plan id: a UUID (version 4), from which the storage derives its document's id. `randomUUID` is missing on plain http. */
export function newPlanId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
