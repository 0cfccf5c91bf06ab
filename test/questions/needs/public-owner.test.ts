import { describe, expect, it } from 'vitest';
import { isPublicOwner } from '../../../src/questions/needs/public-owner.ts';

describe('land', () => {
  it('is public where the city owns it', () => {
    expect(['Stadt Musterstadt', 'Landeshauptstadt Stuttgart', 'Kommune', 'städtisch'].every(isPublicOwner)).toBe(true);
    expect(['Privat', 'Evangelische Kirche', 'Stadtwerke GmbH', 'Land'].some(isPublicOwner)).toBe(false);
  });
});
