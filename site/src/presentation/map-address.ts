const COORDINATES = /^(\d{2,3}\.\d{1,8}),(\d{1,2}\.\d{1,8})$/

/** Where a map service shows the place; phones open their map app there. Null where no coordinates are given. */
export const mapAddress = (coordinates: string | null, name: string): string | null => {
  const [, longitude, latitude] = COORDINATES.exec(coordinates ?? '') ?? []
  if (!longitude || !latitude) return null
  return `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${encodeURIComponent(name)}`
}
