// What the chat uses of Microsoft's Web Chat, and nothing else: the component with Adaptive Cards and Markdown, its store,
// the Direct Line client. `npm run -s webchat` packs it.
import { DirectLine } from 'botframework-directlinejs';
import ReactWebChat from 'botframework-webchat/src/FullReactWebChat.tsx';
import { createStore } from 'botframework-webchat-core';
import { createElement } from 'react';
import { render } from 'react-dom';

globalThis.WebChat = {
  createDirectLine: (options) => new DirectLine(options),
  createStore,
  renderWebChat: (properties, place) => render(createElement(ReactWebChat, properties), place),
};
