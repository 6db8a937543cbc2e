"""Servers on loopback that scripts write themselves, and what a model of OpenAI's Chat Completions answers."""

import http.server
import json
import sys
import threading

CHUNK = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "scripted"}


def chunk(delta, finish=None):
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}


class LocalServer(http.server.ThreadingHTTPServer):
    """A server on loopback while it is entered."""

    daemon_threads = True

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *thrown):
        self.shutdown()
        self.server_close()

    def handle_error(self, *request):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # of a client that is gone
            super().handle_error(*request)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def answer(self, media_type, body, status=200):
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, chunks):
        """Answers as a model, with each chunk as soon as it is there; whoever asked may give up."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for each in chunks:
                self.wfile.write(f"data: {json.dumps(CHUNK | each)}\n\n".encode())
            self.wfile.write(b"data: [DONE]\n\n")
        except OSError:
            pass

    def log_message(self, *_):
        pass
