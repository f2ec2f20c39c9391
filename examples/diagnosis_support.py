# SPDX-License-Identifier: Apache-2.0
"""Sends one photograph and prints the five most probable conditions.

python3 examples/diagnosis_support.py examples/photos/melanoma-1.jpg

Reads OPENDERM_URL (with /v1), OPENDERM_EMAIL and OPENDERM_PASSWORD. Needs the package requests.
"""
import base64
import os
import sys

import requests

base_url = os.environ.get("OPENDERM_URL", "http://127.0.0.1:8080/v1")
image_path = sys.argv[1]

login = requests.post(
    f"{base_url}/login",
    data={"username": os.environ["OPENDERM_EMAIL"], "password": os.environ["OPENDERM_PASSWORD"]},
)
login.raise_for_status()

with open(image_path, "rb") as image_file:
    image_data = base64.b64encode(image_file.read()).decode("utf-8")

json_payload = {"payload": [{"contentAttachment": {"data": image_data}}]}
headers = {
    "Content-Type": "application/json",
    "Authorization": f"Bearer {login.json()['access_token']}",
}
response = requests.post(f"{base_url}/diagnosis-support", json=json_payload, headers=headers)
response.raise_for_status()
result = response.json()

for condition in result["conclusion"][:5]:
    print(f"{condition['probability']:6.2f} %  {condition['code']['text']}")
