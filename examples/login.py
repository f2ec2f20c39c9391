# SPDX-License-Identifier: Apache-2.0
"""Logs in and prints the answer. python3 examples/login.py

Reads OPENDERM_URL (with /v1), OPENDERM_EMAIL and OPENDERM_PASSWORD. Needs the package requests.
"""
import os

import requests

path = os.environ.get("OPENDERM_URL", "http://127.0.0.1:8080/v1")
url = f"{path}/login"
data = {
    "username": os.environ["OPENDERM_EMAIL"],
    "password": os.environ["OPENDERM_PASSWORD"],
}
headers = {"Content-Type": "application/x-www-form-urlencoded"}
resp = requests.post(url, data=data, headers=headers)
resp.raise_for_status()
print(resp.json())
