import { dispatch } from './dispatch.mjs';

// As little as a page can do: the measure of all others.
const socket = new WebSocket(`ws://${location.host}/`);
socket.onmessage = ({ data }) => {
  const parsed = JSON.parse(data);
  if (!Array.isArray(parsed)) return dispatch(parsed);
  for (const message of parsed) dispatch(message);
};
