import { WebSocket } from 'partysocket';
import { dispatch } from './dispatch.mjs';

const socket = new WebSocket(`ws://${location.host}/`);
socket.addEventListener('message', ({ data }) => dispatch(JSON.parse(data)));
