/** Whether a value of a style is read from each feature: MapLibre then keeps an array of it per tile. */
export function isByFeature(value: unknown): boolean {
  return /"(get|has|id|properties|geometry-type|feature-state)"/.test(JSON.stringify(value) ?? '');
}
