// In place of what the chat never does: carousels in cards, the streaming of App Service, old browsers' missing parts.
export class Swiper {}
export class DirectLineStreaming {}
export default {};
