const gateway = `http://127.0.0.1:${process.env.GATEWAY_PORT ?? 9943}`;

/**
 * What `ng serve` passes on to the gateway beside it. The app's own fonts are in /media too, so only the gateway's
 * names there are passed on. Angular wants a default export.
 */
export default {
  '/api': { target: gateway, ws: true },
  '^/media/[0-9a-f]{32}\\.': { target: gateway },
};
