/** Price per 1,000 people inside the target: price over the relevant part of the reach. */
export function costPerRelevantMille(price: number, reach: number, relevantShare: number): number {
  return (price / (reach * relevantShare)) * 1000;
}
