"""A client of the Ask Kitten gateway, from PROTOCOL.md alone, with nothing but the standard library.

python3 client.py ws://127.0.0.1:9943

Prints each check and ends with 1 where one fails.
"""

import base64
import hashlib
import json
import os
import socket
import struct
import sys
import uuid
from urllib.parse import quote, urlsplit

PATH = "/api/ws/video-generation"
TIMEOUT_S = 30


class Closed(Exception):
    def __init__(self, code):
        super().__init__(f"closed with {code}")
        self.code = code


class Client:
    """One socket: RFC 6455 as far as a client needs it, and the messages that it brings."""

    def __init__(self, origin, code, **position):
        url = urlsplit(origin)
        query = "&".join(f"{name}={quote(str(value))}" for name, value in {"code": code, **position}.items())
        self.waiting = []
        self.buffer = b""
        self.socket = socket.create_connection((url.hostname, url.port or 80), TIMEOUT_S)
        key = base64.b64encode(os.urandom(16)).decode()
        request = (
            f"GET {PATH}?{query} HTTP/1.1\r\nHost: {url.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        self.socket.sendall(request.encode())
        head = self._until(b"\r\n\r\n").decode()
        digest = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        assert head.startswith("HTTP/1.1 101"), head
        assert base64.b64encode(digest).decode() in head, "another key was accepted"

    def send(self, message):
        self._write(0x1, (message if isinstance(message, str) else json.dumps(message)).encode())

    def receive(self):
        """The next message; a frame may hold several."""
        while not self.waiting:
            frame = self._frame()
            parsed = json.loads(frame)
            self.waiting = parsed if isinstance(parsed, list) else [parsed]
        return self.waiting.pop(0)

    def until(self, holds):
        """All messages up to and with the first one for which `holds`."""
        messages = [self.receive()]
        while not holds(messages[-1]):
            messages.append(self.receive())
        return messages

    def close(self):
        self._write(0x8, struct.pack("!H", 1000))
        self.socket.close()

    def _write(self, opcode, payload):
        mask = os.urandom(4)
        size = len(payload)
        if size < 126:
            head = struct.pack("!BB", 0x80 | opcode, 0x80 | size)
        else:
            head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, size)
        self.socket.sendall(head + mask + bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload)))

    def _frame(self):
        """The next text, in however many fragments it comes; answers pings on the way."""
        text = b""
        while True:
            first, second = self._read(2)
            size = second & 0x7F
            if size == 126:
                size = struct.unpack("!H", self._read(2))[0]
            elif size == 127:
                size = struct.unpack("!Q", self._read(8))[0]
            payload, opcode = self._read(size), first & 0x0F
            if opcode == 0x8:
                raise Closed(struct.unpack("!H", payload[:2])[0] if payload else 1005)
            if opcode == 0x9:
                self._write(0xA, payload)
            elif opcode in (0x0, 0x1):
                text += payload
                if first & 0x80:
                    return text.decode()

    def _read(self, size):
        while len(self.buffer) < size:
            chunk = self.socket.recv(65536)
            if not chunk:
                raise Closed(1006)
            self.buffer += chunk
        data, self.buffer = self.buffer[:size], self.buffer[size:]
        return data

    def _until(self, end):
        while end not in self.buffer:
            self.buffer += self.socket.recv(65536)
        head, self.buffer = self.buffer.split(end, 1)
        return head


def is_event(name):
    return lambda message: message["type"] == "system" and message["event"] == name


def check(name, holds):
    print(("ok    " if holds else "WRONG ") + name, flush=True)
    if not holds:
        sys.exit(1)


def main(origin):
    code, prompt_id = str(uuid.uuid4()), str(uuid.uuid4())
    client = Client(origin, code)
    welcome = client.receive()
    check("greets first, with an empty log", is_event("welcome")(welcome) and welcome["lastSeq"] == 0)
    check("names its version and its limits", welcome.get("version", 1) >= 1 and welcome["limits"]["maxFrameBytes"] > 0)

    ping = str(uuid.uuid4())
    client.send({"type": "ping", "id": ping})
    check("answers a ping", client.until(is_event("pong"))[-1]["replyTo"] == ping)

    prompt = {"type": "text", "id": prompt_id, "content": "一只橘猫在雨夜的霓虹街头散步", "options": {"seed": 7}}
    client.send(prompt)
    messages = client.until(is_event("completed"))
    durable = [message for message in messages if "seq" in message]
    check("numbers durable messages from 1, without a gap", [m["seq"] for m in durable] == list(range(1, len(durable) + 1)))
    check("answers the prompt in each of them", {message["replyTo"] for message in durable} == {prompt_id})
    check("makes a video", [m["mimeType"] for m in durable if m["type"] == "video"] == ["video/mp4"])

    client.send(prompt)
    again = client.until(is_event("accepted"))[-1]
    check("makes one job of a prompt that comes twice", again["jobId"] == durable[0]["jobId"] and "seq" not in again)
    client.send({"type": "cancel", "replyTo": prompt_id})
    check("has nothing to cancel", client.until(lambda m: m["type"] == "error")[-1]["code"] == "not_found")
    client.send('{ "type": "text", "content": "')
    check("refuses a broken frame and stays", client.until(lambda m: m["type"] == "error")[-1]["code"] == "bad_frame")
    client.close()

    client = Client(origin, code, after=2, epoch=welcome["epoch"])
    check("recovers", client.receive()["recovered"] is True)
    replayed = client.until(is_event("completed"))
    check("replays what came after", [m["seq"] for m in replayed if "seq" in m] == [m["seq"] for m in durable[2:]])
    client.close()

    try:
        Client(origin, "42").receive()
        check("closes with 4400 where the code is no UUID", False)
    except Closed as closed:
        check("closes with 4400 where the code is no UUID", closed.code == 4400)


main(sys.argv[1].replace("ws://", "http://", 1))
