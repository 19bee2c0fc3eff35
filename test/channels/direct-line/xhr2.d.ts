declare module 'xhr2' {
  const polyfill: unknown;
  export default polyfill;
}
