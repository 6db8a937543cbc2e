"""What schemathesis cannot know of Parley: tokens, which ids there are, and what JSON Schema has no words for.

`scripts/fuzz-api` names this file as SCHEMATHESIS_HOOKS. Only requests that keep to the description are changed, and those that
break it are left as they were drawn.
"""

import atexit
import collections
import itertools
import json
import os
import struct
import threading
import urllib.request
import zlib

import schemathesis

SERVER = os.environ["PARLEY_FUZZ_SERVER"]
ADMIN = os.environ["PARLEY_FUZZ_ADMIN"]
STATUSES = os.environ["PARLEY_FUZZ_STATUSES"]
PASSWORD = "quiet-harbour-lantern-{}"
SESSIONS = "/api/v1/chatkit/sessions"

# These end a sign-in, so each call is somebody's of its own.
ENDING = {"logOut", "changePassword", "endSignIn", "endOtherSignIns"}
# These are counted for the network that they come from.
ATTEMPTS = {"register", "logIn", "resetPassword", "changePassword"}

numbers = itertools.count(1)
lock = threading.Lock()
users = {}
counted = collections.defaultdict(collections.Counter)


def client():
    """Another network for each call that is counted for one: the server takes this script for its proxy."""
    number = next(numbers)
    return f"10.{number // 250 % 250}.{number % 250}.1"


def send(method, path, body=None, token=None, content_type="application/json"):
    """Does something that is needed, and returns the answer's JSON."""
    data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
    headers = {"Content-Type": content_type, "X-Forwarded-For": client()}
    request = urllib.request.Request(SERVER + path, data, headers, method=method)
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.loads(response.read())


class User:
    """A local account that is signed in."""

    def __init__(self):
        number = next(numbers)
        self.email = f"fuzz{number}@example.org"
        self.password = PASSWORD.format(number)
        credentials = {"email": self.email, "password": self.password}
        send("POST", "/api/v1/auth/register", credentials)
        self.token = send("POST", "/api/v1/auth/login", credentials)["data"]["token"]
        users["Bearer " + self.token] = self

    def send(self, method, path, body=None, **more):
        return send(method, path, body, self.token, **more)

    def session(self):
        return self.send("POST", SESSIONS)["data"]["id"]

    def task(self):
        return self.send("POST", "/api/v1/tasks", {"title": "Buy milk"})["data"]["id"]

    def run(self, session):
        message = {"role": "user", "content": [{"type": "input_text", "text": "Hello"}]}
        path = f"{SESSIONS}/{session}/threads/{session}/runs"
        return self.send("POST", path, {"message": message, "stream": False})["data"]["id"]

    def announced(self, name, mime_type, size):
        params = {"name": name, "mime_type": mime_type, "size": size}
        return self.send("POST", "/api/v1/chatkit", {"type": "attachments.create", "params": params})

    def attachment(self):
        made = self.announced("dot.png", "image/png", len(PIXELS))
        return self.send("PUT", f"/api/v1/attachments/{made['id']}", PIXELS, content_type="image/png")["id"]

    def signed_in_again(self):
        again = {"email": self.email, "password": self.password}
        token = send("POST", "/api/v1/auth/login", again)["data"]["token"]
        return next(s["id"] for s in send("GET", "/api/v1/auth/sign-ins", token=token)["data"] if s["current"])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# An image (PNG) of two by two dots.
PIXELS = b"".join([
    bytes.fromhex("89504e470d0a1a0a"),
    chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)),
    chunk(b"IDAT", zlib.compress(2 * (b"\0" + 2 * b"\x40\x80\xc0"))),
    chunk(b"IEND", b""),
])

main = User()
SESSION = main.session()
TASK = main.task()
RUN = main.run(SESSION)
ATTACHMENT = main.attachment()


@schemathesis.auth(refresh_interval=None)
class Tokens:
    """The token of each call."""

    def get(self, case, context):
        operation = name(case)
        if operation == "offerPasswordReset":
            return ADMIN
        if operation in ENDING:
            return User().token
        return main.token

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = "Bearer " + data


def name(case):
    return case.operation.definition.raw["operationId"]


def is_positive(case):
    return case.meta is not None and case.meta.generation.mode.is_positive


@schemathesis.hook
def before_call(context, case, kwargs):
    """Fills in what is there, where the drawn value only has its form."""
    operation = name(case)
    if operation in ATTEMPTS:
        case.headers = case.headers or {}
        case.headers["X-Forwarded-For"] = client()
    if not is_positive(case):
        return
    headers = case.headers or {}
    user = users.get(headers.get("Authorization", "")) or main
    path_ids(case, operation, user)
    if operation == "followRun" and case.query and "after" in case.query:
        # An event is one of the run.
        case.query["after"] = str(next(numbers))
    for header in ("Last-Event-ID", "Idempotency-Key"):
        # The same, and a key is used for one request.
        if header in headers:
            case.headers[header] = str(next(numbers))
    # A body that is set is judged again, and the file of a form is bytes, which schemathesis takes for no string.
    if isinstance(case.body, dict) and operation != "receiveAttachment":
        case.body = body(operation, case.body, user)
    if operation == "uploadAttachment":
        kwargs["data"] = PIXELS
        case.headers = {**headers, "Content-Type": "image/png"}
    if operation == "receiveAttachment":
        kwargs["files"] = [("file", ("dots.png", PIXELS, "image/png"))]


def path_ids(case, operation, user):
    """About three of four calls are about something that is there."""
    if not case.path_parameters or next(numbers) % 4 == 0:
        return
    ids = {
        "session_id": lambda: user.session() if operation == "deleteSession" else SESSION,
        "thread_id": lambda: SESSION,
        "run_id": lambda: RUN,
        "task_id": lambda: user.task() if operation == "deleteTask" else TASK,
        "sign_in_id": user.signed_in_again,
        "attachment_id": lambda: attachment(operation, user),
    }
    for parameter in case.path_parameters:
        case.path_parameters[parameter] = ids[parameter]()


def attachment(operation, user):
    if operation == "deleteAttachment":
        return user.attachment()
    if operation == "uploadAttachment":
        return user.announced("dot.png", "image/png", len(PIXELS))["id"]
    return ATTACHMENT


def body(operation, drawn, user):
    """Passwords that are hard to guess, addresses that are free, and messages that say something."""
    if operation == "register":
        return drawn | {"email": f"drawn{next(numbers)}@example.org", "password": PASSWORD.format(next(numbers))}
    if operation == "logIn":
        return drawn | {"email": main.email, "password": main.password}
    if operation == "changePassword":
        return drawn | {"old_password": user.password, "new_password": PASSWORD.format(next(numbers))}
    if operation == "offerPasswordReset":
        return drawn | {"email": main.email}
    if operation == "resetPassword":
        forgetful = User()
        offered = send("POST", "/api/v1/admin/password-resets", {"email": forgetful.email}, ADMIN)
        chosen = PASSWORD.format(next(numbers))
        return drawn | {"email": forgetful.email, "code": offered["data"]["code"], "new_password": chosen}
    if operation in ("addTask", "updateTask") and drawn.get("tags"):
        # Ten different ones, in any spelling.
        return drawn | {"tags": drawn["tags"][:10]}
    if operation == "startRun":
        return drawn | {"message": message(drawn["message"])}
    if operation == "chatkit":
        return chatkit(drawn)
    return drawn


def message(drawn):
    """A message says something, and neither picks a model, of which the offline assistant has one, nor files that are not there."""
    text = {"type": "input_text", "text": "Hello"}
    rest = {key: value for key, value in drawn.items() if key not in ("attachments", "inference_options")}
    return rest | {"content": [text] + drawn["content"][:20]}


def whole(value):
    """JSON Schema takes 1.0 for an integer; Parley takes numbers without a fraction."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def chatkit(drawn):
    params = {key: whole(value) for key, value in drawn["params"].items()}
    if "input" in params and "content" in params["input"]:
        params["input"] = message(params["input"])
    if "metadata" in drawn and drawn["metadata"]:
        drawn = drawn | {"metadata": {"idempotency_key": str(next(numbers))}}
    return drawn | {"params": params}


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """A session's title may be longer than its schema says where white space around it is what is too much.

    Its length cannot be in the pattern, which would have to look ahead.
    """
    if type(failure).__name__ != "AcceptedNegativeData" or name(case) not in ("renameSession", "chatkit"):
        return True
    fields = [case.body, case.body.get("params")] if isinstance(case.body, dict) else []
    titles = [values.get("title") for values in fields if isinstance(values, dict)]
    return not any(isinstance(title, str) and len(title.strip()) <= 200 < len(title) for title in titles)


@schemathesis.hook
def after_call(context, case, response):
    with lock:
        if response.request.method == case.operation.method.upper():
            counted[name(case)][response.status_code] += 1


@atexit.register
def write_statuses():
    with open(STATUSES, "w") as file:
        json.dump(counted, file)
