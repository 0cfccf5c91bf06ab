/** Whether the owner that a source states is the city itself: "Stadt Musterstadt", "Landeshauptstadt Stuttgart", "Kommune". */
export function isPublicOwner(owner: string): boolean {
  return /^(landeshaupt)?stadt\b|^kommune|^gemeinde\b|^städtisch/i.test(owner.trim());
}
