/** The part of an audience inside the target: the product of its shares, taken as independent. All from 0 to 1. */
export function relevantShare(geoShare: number, ageShare: number, realShare = 1): number {
  return geoShare * ageShare * realShare;
}
