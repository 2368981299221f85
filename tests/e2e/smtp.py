"""A real mail server on loopback for the tests: prints its port, then each message
it takes as one line of JSON. Recipients choose how it behaves:

    refused…@   550, no such mailbox        later…@  450, not now
    hang…@      never answers               drop…@   the connection breaks after the message
                                            was handed over, before the answer

With --tls CERT KEY it offers STARTTLS, and takes mail only from who signed in as desk/secret.
"""
import asyncio
import base64
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Desk:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("later"):
            return "450 4.2.1 busy, come back"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("drop"):
            server.transport.abort()
            await asyncio.sleep(3600)
        if envelope.rcpt_tos[0].startswith("hang"):
            print(json.dumps({"hangs": envelope.rcpt_tos[0]}), flush=True)
            await asyncio.sleep(3600)
        m = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
            "peer": session.peer[1], "headers": {k: str(v) for k, v in m.items()},
            "text": m.get_content().replace("\r\n", "\n"), "defects": [str(d) for d in m.defects],
        }), flush=True)
        return "250 taken"


def signed_in(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"desk", b"secret"))


async def main():
    options = {}
    if len(sys.argv) > 1:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
        options = {"tls_context": context, "require_starttls": True, "auth_required": True,
                   "authenticator": signed_in}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Desk(), enable_SMTPUTF8=False, **options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
